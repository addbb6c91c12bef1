// What step code that keeps to docs/reqnroll.md may use of Reqnroll 3, as declarations without behaviour: namespaces, names and shapes as its sources have
// them. It stands in for the package where that cannot be restored; where it can, `dotnet build steps -p:GherkinEngine=reqnroll` compiles against the real one.
#nullable disable
using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using Reqnroll.Bindings;
using Reqnroll.BoDi;

namespace Reqnroll.BoDi
{
    public interface IStrategyRegistration { }

    public interface IObjectContainer : IDisposable
    {
        IStrategyRegistration RegisterTypeAs<TType, TInterface>(string name = null) where TType : class, TInterface;
        void RegisterInstanceAs<TInterface>(TInterface instance, string name = null, bool dispose = false) where TInterface : class;
        void RegisterInstanceAs(object instance, Type interfaceType, string name = null, bool dispose = false);
        IStrategyRegistration RegisterFactoryAs<TInterface>(Func<IObjectContainer, TInterface> factoryDelegate, string name = null);
        T Resolve<T>();
        T Resolve<T>(string name);
        object Resolve(Type typeToResolve, string name = null);
        bool IsRegistered<T>(string name = null);
    }
}

namespace Reqnroll.Bindings
{
    public enum StepDefinitionType { Given, When, Then }
}

namespace Reqnroll
{
    public enum ExpressionType { Unspecified, CucumberExpression, RegularExpression }

    public enum ScenarioBlock { None, Given, When, Then }

    public enum ScenarioExecutionStatus { OK, StepDefinitionPending, UndefinedStep, BindingError, TestError, Skipped }

    [AttributeUsage(AttributeTargets.Class)]
    public class BindingAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public abstract class StepDefinitionBaseAttribute : Attribute
    {
        protected StepDefinitionBaseAttribute(string expression) => Expression = expression;
        public string Expression { get; set; }
        public ExpressionType ExpressionType { get; set; }
    }

    public class GivenAttribute : StepDefinitionBaseAttribute { public GivenAttribute() : base(null) { } public GivenAttribute(string expression) : base(expression) { } }

    public class WhenAttribute : StepDefinitionBaseAttribute { public WhenAttribute() : base(null) { } public WhenAttribute(string expression) : base(expression) { } }

    public class ThenAttribute : StepDefinitionBaseAttribute { public ThenAttribute() : base(null) { } public ThenAttribute(string expression) : base(expression) { } }

    public class StepDefinitionAttribute : StepDefinitionBaseAttribute { public StepDefinitionAttribute() : base(null) { } public StepDefinitionAttribute(string expression) : base(expression) { } }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class StepArgumentTransformationAttribute : Attribute
    {
        public StepArgumentTransformationAttribute() { }
        public StepArgumentTransformationAttribute(string regex) => Regex = regex;
        public string Regex { get; set; }
        public string Name { get; set; }
        public int Order { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
    public class ScopeAttribute : Attribute
    {
        public string Tag { get; set; }
        public string Feature { get; set; }
        public string Scenario { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public abstract class HookAttribute : Attribute
    {
        public const int DefaultOrder = 10000;
        protected HookAttribute(string[] tags) => Tags = tags;
        public string[] Tags { get; }
        public int Order { get; set; } = DefaultOrder;
    }

    public class BeforeTestRunAttribute : HookAttribute { public BeforeTestRunAttribute() : base(null) { } }

    public class AfterTestRunAttribute : HookAttribute { public AfterTestRunAttribute() : base(null) { } }

    public class BeforeFeatureAttribute : HookAttribute { public BeforeFeatureAttribute(params string[] tags) : base(tags) { } }

    public class AfterFeatureAttribute : HookAttribute { public AfterFeatureAttribute(params string[] tags) : base(tags) { } }

    public class BeforeScenarioAttribute : HookAttribute { public BeforeScenarioAttribute(params string[] tags) : base(tags) { } }

    public class BeforeAttribute : BeforeScenarioAttribute { public BeforeAttribute(params string[] tags) : base(tags) { } }

    public class AfterScenarioAttribute : HookAttribute { public AfterScenarioAttribute(params string[] tags) : base(tags) { } }

    public class AfterAttribute : AfterScenarioAttribute { public AfterAttribute(params string[] tags) : base(tags) { } }

    public class BeforeScenarioBlockAttribute : HookAttribute { public BeforeScenarioBlockAttribute(params string[] tags) : base(tags) { } }

    public class AfterScenarioBlockAttribute : HookAttribute { public AfterScenarioBlockAttribute(params string[] tags) : base(tags) { } }

    public class BeforeStepAttribute : HookAttribute { public BeforeStepAttribute(params string[] tags) : base(tags) { } }

    public class AfterStepAttribute : HookAttribute { public AfterStepAttribute(params string[] tags) : base(tags) { } }

    public class ReqnrollException : Exception { public ReqnrollException(string message) : base(message) { } }

    public class PendingStepException : ReqnrollException { public PendingStepException() : base("") { } public PendingStepException(string message) : base(message) { } }

    public class ComparisonException : Exception { public ComparisonException(string message) : base(message) { } }

    public interface IReqnrollOutputHelper
    {
        void WriteLine(string message);
        void WriteLine(string format, params object[] args);
        void AddAttachment(string filePath);
    }

    public abstract class ReqnrollContext : Dictionary<string, object>, IDisposable
    {
        public Exception TestError { get; }
        void IDisposable.Dispose() { }
        public bool TryGetValue<TValue>(out TValue value) => throw null;
        public bool TryGetValue<TValue>(string key, out TValue value) => throw null;
        public void Set<T>(T data) => throw null;
        public void Set<T>(T data, string key) => throw null;
        public void Set<T>(Func<T> func) => throw null;
        public T Get<T>() => throw null;
        public T Get<T>(string key) => throw null;
    }

    public class ScenarioContext : ReqnrollContext
    {
        public ScenarioInfo ScenarioInfo { get; }
        public ScenarioBlock CurrentScenarioBlock { get; }
        public IObjectContainer ScenarioContainer { get; }
        public ScenarioExecutionStatus ScenarioExecutionStatus { get; }
        public ScenarioStepContext StepContext => throw null;
        public void Pending() => throw null;
    }

    public class ScenarioStepContext : ReqnrollContext
    {
        public StepInfo StepInfo { get; }
        public ScenarioExecutionStatus Status { get; }
    }

    public class StepInfo
    {
        public StepDefinitionType StepDefinitionType { get; }
        public string Text { get; }
        public DataTable Table { get; }
        public string MultilineText { get; }
    }

    public class ScenarioInfo
    {
        public string[] Tags { get; }
        public string[] CombinedTags { get; }
        public IOrderedDictionary Arguments { get; }
        public string Title { get; }
        public string Description { get; }
    }

    public class FeatureContext : ReqnrollContext
    {
        public FeatureInfo FeatureInfo { get; }
        public IObjectContainer FeatureContainer { get; }
    }

    public class FeatureInfo
    {
        public string[] Tags { get; }
        public string FolderPath { get; }
        public string Title { get; }
        public string Description { get; }
    }

    public class Table
    {
        public Table(params string[] header) { }
        public ICollection<string> Header => throw null;
        public DataTableRows Rows => throw null;
        public int RowCount => throw null;
        public bool ContainsColumn(string column) => throw null;
        public void AddRow(IDictionary<string, string> values) => throw null;
        public void AddRow(params string[] cells) => throw null;
        public void RenameColumn(string oldColumn, string newColumn) => throw null;
    }

    public class DataTable : Table
    {
        public DataTable(params string[] header) : base(header) { }
    }

    public class DataTableRows : IEnumerable<DataTableRow>
    {
        public int Count => throw null;
        public DataTableRow this[int index] => throw null;
        public IEnumerator<DataTableRow> GetEnumerator() => throw null;
        IEnumerator IEnumerable.GetEnumerator() => throw null;
    }

    public abstract class DataTableRow : IDictionary<string, string>
    {
        public abstract string this[string header] { get; set; }
        public abstract string this[int index] { get; }
        public abstract int Count { get; }
        public abstract ICollection<string> Keys { get; }
        public abstract ICollection<string> Values { get; }
        public abstract bool ContainsKey(string key);
        public abstract bool TryGetValue(string key, out string value);
        public abstract IEnumerator<KeyValuePair<string, string>> GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => throw null;
        bool ICollection<KeyValuePair<string, string>>.IsReadOnly => false;
        void ICollection<KeyValuePair<string, string>>.Add(KeyValuePair<string, string> item) => throw null;
        void ICollection<KeyValuePair<string, string>>.Clear() => throw null;
        bool ICollection<KeyValuePair<string, string>>.Contains(KeyValuePair<string, string> item) => throw null;
        void ICollection<KeyValuePair<string, string>>.CopyTo(KeyValuePair<string, string>[] array, int arrayIndex) => throw null;
        bool ICollection<KeyValuePair<string, string>>.Remove(KeyValuePair<string, string> item) => throw null;
        void IDictionary<string, string>.Add(string key, string value) => throw null;
        bool IDictionary<string, string>.Remove(string key) => throw null;
    }

    public static class TableExtensionMethods
    {
        public static T CreateInstance<T>(this Table table) => throw null;
        public static T CreateInstance<T>(this Table table, Func<T> methodToCreateTheInstance) => throw null;
        public static void FillInstance(this Table table, object instance) => throw null;
        public static IEnumerable<T> CreateSet<T>(this Table table) => throw null;
        public static IEnumerable<T> CreateSet<T>(this Table table, Func<T> methodToCreateEachInstance) => throw null;
        public static IEnumerable<T> CreateSet<T>(this Table table, Func<DataTableRow, T> methodToCreateEachInstance) => throw null;
        public static void CompareToInstance<T>(this Table table, T instance) => throw null;
        public static bool IsEquivalentToInstance<T>(this Table table, T instance) => throw null;
        public static void CompareToSet<T>(this Table table, IEnumerable<T> set, bool sequentialEquality = false) => throw null;
    }
}
