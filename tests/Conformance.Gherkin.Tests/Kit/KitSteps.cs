namespace Conformance.Gherkin.Tests;

/// <summary>Step definitions of the compatibility kit's samples, one class per sample, written in the order of the kit's own.</summary>
internal static class KitSteps
{
    internal sealed record Folder(string Path);

    internal sealed class Attempts
    {
        public int Second { get; set; }

        public int Third { get; set; }
    }

    [Binding]
    internal sealed class AllStatuses
    {
        [StepDefinition("^a step$")]
        public static void Step() { }

        [StepDefinition("^a failing step$")]
        public static void Failing() => throw new InvalidOperationException("whoops");

        [StepDefinition("^a pending step$")]
        public static void Pending() => throw new PendingStepException();

        [StepDefinition("^a skipped step$")]
        public static void Skipped() => throw new SkippedStepException();

        [StepDefinition("^an ambiguous (.*?)$")]
        public static void One(string text) => _ = text;

        [StepDefinition("^(.*?) ambiguous step$")]
        public static void Other(string text) => _ = text;
    }

    [Binding]
    internal sealed class Ambiguous
    {
        [StepDefinition("^a (.*?) with (.*?)$")]
        public static void One(string first, string second) => _ = first + second;

        [StepDefinition("^a step with (.*?)$")]
        public static void Other(string text) => _ = text;
    }

    [Binding]
    internal sealed class Attachments(IAttachments attachments, IReqnrollOutputHelper output, Folder folder)
    {
        [When("the string {string} is attached as {string}")]
        public void Attach(string text, string mediaType) => attachments.Attach(text, mediaType);

        [When("the string {string} is logged")]
        public void Log(string text) => output.WriteLine(text);

        [When("text with ANSI escapes is logged")]
        public void LogColours() => output.WriteLine(
            "This displays a \x1b[31mr\x1b[0m\x1b[91ma\x1b[0m\x1b[33mi\x1b[0m\x1b[32mn\x1b[0m\x1b[34mb\x1b[0m\x1b[95mo\x1b[0m\x1b[35mw\x1b[0m");

        [When("the following string is attached as {string}:")]
        public void AttachFollowing(string mediaType, string text) => attachments.Attach(text, mediaType);

        [When("an array with {int} bytes is attached as {string}")]
        public void AttachBytes(int count, string mediaType) =>
            attachments.Attach(Enumerable.Range(0, count).Select(i => (byte)i).ToArray(), mediaType);

        [When("a PDF document is attached and renamed")]
        public void AttachDocument() =>
            attachments.Attach(File.ReadAllBytes(Path.Combine(folder.Path, "document.pdf")), "application/pdf", "renamed.pdf");

        [When("a link to {string} is attached")]
        public void AttachLink(string address) => attachments.Attach(address, "text/uri-list");

        [When("the string {string} is attached as {string} before a failure")]
        public void AttachAndFail(string text, string mediaType)
        {
            attachments.Attach(text, mediaType);
            throw new InvalidOperationException("whoops");
        }
    }

    [Binding]
    internal sealed class Backgrounds
    {
        [Given("an order for {string}")]
        public static void Order(string what) => _ = what;

        [When("an action")]
        public static void Action() { }

        [Then("an outcome")]
        public static void Outcome() { }
    }

    [Binding]
    internal sealed class Cdata
    {
        [StepDefinition("I have {int} <![CDATA[cukes]]> in my belly")]
        public static void Have(int count) => _ = count;
    }

    [Binding]
    internal sealed class DataTables(ScenarioContext context)
    {
        [When("the following table is transposed:")]
        public void Transpose(DataTable table)
        {
            var rows = table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Values]).Prepend([.. table.Header]).ToList();
            var transposed = new DataTable([.. rows.Select(row => row[0])]);
            for (var column = 1; column < rows[0].Count; column++)
            {
                transposed.AddRow([.. rows.Select(row => row[column])]);
            }

            context.Set(transposed);
        }

        [Then("it should be:")]
        public void ShouldBe(DataTable expected) => context.Get<DataTable>().ToString().Should().Be(expected.ToString());
    }

    [Binding]
    internal sealed class DocStrings
    {
        [Given("a doc string:")]
        public static void Text(string text) => _ = text;
    }

    [Binding]
    internal sealed class ExamplesTables
    {
        private int _cucumbers;
        private int _friends;

        [Given("there are {int} cucumbers")]
        public void Cucumbers(int count) => _cucumbers = count;

        [Given("there are {int} friends")]
        public void Friends(int count) => _friends = count;

        [When("I eat {int} cucumbers")]
        public void Eat(int count) => _cucumbers -= count;

        [Then("I should have {int} cucumbers")]
        public void Left(int count) => _cucumbers.Should().Be(count);

        [Then("each person can eat {int} cucumbers")]
        public void Share(int count) => (_cucumbers / (_friends + 1)).Should().Be(count);
    }

    [Binding]
    internal sealed class ExamplesTablesAttachment(IAttachments attachments, Folder folder)
    {
        [When("a JPEG image is attached")]
        public void Jpeg() => attachments.Attach(File.ReadAllBytes(Path.Combine(folder.Path, "cucumber.jpeg")), "image/jpeg");

        [When("a PNG image is attached")]
        public void Png() => attachments.Attach(File.ReadAllBytes(Path.Combine(folder.Path, "cucumber.png")), "image/png");
    }

    [Binding]
    internal sealed class ExamplesTablesUndefined
    {
        private int _cucumbers;

        [Given("there are {int} cucumbers")]
        public void Cucumbers(int count) => _cucumbers = count;

        [When("I eat {int} cucumbers")]
        public void Eat(int count) => _cucumbers -= count;

        [Then("I should have {int} cucumbers")]
        public void Left(int count) => _cucumbers.Should().Be(count);
    }

    [Binding]
    internal sealed class ExamplesTablesUndefinedMultiple
    {
        private int _cucumbers;

        [Given("there are {int} cucumbers")]
        public void Cucumbers(int count) => _cucumbers = count;

        [When("I eat {int} cucumbers")]
        public void Eat(int count) => _cucumbers -= count;

        [Then("I should have {int} cucumbers")]
        public void Left(int count) => _cucumbers.Should().Be(count);
    }

    [Binding]
    internal sealed class FailedishCombinations
    {
        [StepDefinition("^a step$")]
        public static void Step() { }

        [StepDefinition("^a skipped step$")]
        public static void Skipped() => throw new SkippedStepException();

        [StepDefinition("^a pending step$")]
        public static void Pending() => throw new PendingStepException();

        [StepDefinition("^an ambiguous (.*?)$")]
        public static void One(string text) => _ = text;

        [StepDefinition("^(.*?) ambiguous step$")]
        public static void Other(string text) => _ = text;

        [StepDefinition("^a failing step$")]
        public static void Failing() => throw new InvalidOperationException("whoops");
    }

    [Binding]
    internal sealed class GlobalHooks
    {
        [BeforeTestRun]
        public static void First() { }

        [BeforeTestRun]
        public static void Second() { }

        [When("a step passes")]
        public static void Pass() { }

        [When("a step fails")]
        public static void Fail() => throw new InvalidOperationException("Exception in step");

        [AfterTestRun]
        public static void Third() { }

        [AfterTestRun]
        public static void Fourth() { }
    }

    [Binding]
    internal sealed class GlobalHooksAfterallError
    {
        [BeforeTestRun]
        public static void First() { }

        [BeforeTestRun]
        public static void Second() { }

        [When("a step passes")]
        public static void Pass() { }

        [AfterTestRun]
        public static void Third() { }

        [AfterTestRun]
        public static void Fourth() => throw new InvalidOperationException("AfterAll hook went wrong");

        [AfterTestRun]
        public static void Fifth() { }
    }

    [Binding]
    internal sealed class GlobalHooksAttachments
    {
        [BeforeTestRun]
        public static void Before(IAttachments attachments) => attachments.Attach("Attachment from BeforeAll hook", "text/plain");

        [When("a step passes")]
        public static void Pass() { }

        [AfterTestRun]
        public static void After(IAttachments attachments) => attachments.Attach("Attachment from AfterAll hook", "text/plain");
    }

    [Binding]
    internal sealed class GlobalHooksBeforeallError
    {
        [BeforeTestRun]
        public static void First() { }

        [BeforeTestRun]
        public static void Second() => throw new InvalidOperationException("BeforeAll hook went wrong");

        [BeforeTestRun]
        public static void Third() { }

        [When("a step passes")]
        public static void Pass() { }

        [AfterTestRun]
        public static void Fourth() { }

        [AfterTestRun]
        public static void Fifth() { }
    }

    [Binding]
    internal sealed class Hooks
    {
        [BeforeScenario]
        public static void Before() { }

        [When("a step passes")]
        public static void Pass() { }

        [When("a step fails")]
        public static void Fail() => throw new InvalidOperationException("Exception in step");

        [AfterScenario]
        public static void After() { }
    }

    [Binding]
    internal sealed class HooksAttachment(IAttachments attachments)
    {
        private static readonly Lazy<byte[]> Picture = new(() =>
        {
            // The kit embeds the picture in its expected messages only.
            var line = File.ReadLines(Path.Combine(Corpus.Folder("compatibility-kit/devkit/samples"), "hooks-attachment", "hooks-attachment.ndjson"))
                .First(one => one.Contains("\"attachment\"", StringComparison.Ordinal));
            return System.Text.Json.Nodes.JsonNode.Parse(line)!["attachment"]!["body"]!.GetValue<string>() is { } body ? Convert.FromBase64String(body) : [];
        });

        [BeforeScenario]
        public void Before() => attachments.Attach(Picture.Value, "image/svg+xml");

        [When("a step passes")]
        public static void Pass() { }

        [AfterScenario]
        public void After() => attachments.Attach(Picture.Value, "image/svg+xml");
    }

    [Binding]
    internal sealed class HooksConditional
    {
        [BeforeScenario("@passing-hook")]
        public static void Before() { }

        [BeforeScenario("@fail-before")]
        public static void FailBefore() => throw new InvalidOperationException("Exception in conditional hook");

        [When("a step passes")]
        public static void Pass() { }

        [AfterScenario("@fail-after")]
        public static void FailAfter() => throw new InvalidOperationException("Exception in conditional hook");

        [AfterScenario("@passing-hook")]
        public static void After() { }
    }

    [Binding]
    internal sealed class HooksNamed
    {
        [BeforeScenario]
        public static void A_named_before_hook() { }

        [When("a step passes")]
        public static void Pass() { }

        [AfterScenario]
        public static void A_named_after_hook() { }
    }

    [Binding]
    internal sealed class HooksSkipped
    {
        [BeforeScenario]
        public static void First() { }

        [BeforeScenario("@skip-before")]
        public static void SkipBefore() => throw new SkippedStepException();

        [BeforeScenario]
        public static void Second() { }

        [StepDefinition("a normal step")]
        public static void Normal() { }

        [StepDefinition("a step that skips")]
        public static void Skips() => throw new SkippedStepException();

        [AfterScenario]
        public static void Third() { }

        [AfterScenario("@skip-after")]
        public static void SkipAfter() => throw new SkippedStepException();

        [AfterScenario]
        public static void Fourth() { }
    }

    [Binding]
    internal sealed class HooksUndefined
    {
        [BeforeScenario]
        public static void Before() { }

        [AfterScenario]
        public static void After() { }
    }

    [Binding]
    internal sealed class Minimal
    {
        [StepDefinition("I have {int} cukes in my belly")]
        public static void Have(int count) => _ = count;
    }

    [Binding]
    internal sealed class MultipleFeatures
    {
        [Given("an order for {string}")]
        public static void Order(string what) => _ = what;
    }

    [Binding]
    internal sealed class MultipleFeaturesReversed
    {
        [Given("an order for {string}")]
        public static void Order(string what) => _ = what;
    }

    internal sealed record Flight(string From, string To);

    [Binding]
    internal sealed class ParameterTypes
    {
        [StepArgumentTransformation("([A-Z]{3})-([A-Z]{3})", Name = "flight")]
        public static Flight ToFlight(string from, string to) => new(from, to);

        [Given("{flight} has been delayed")]
        public static void Delay(Flight flight) => flight.Should().Be(new Flight("LHR", "CDG"));
    }

    [Binding]
    internal sealed class Pending
    {
        [Given("an implemented non-pending step")]
        public static void Implemented() { }

        [Given("an implemented step that is skipped")]
        public static void Skipped() { }

        [Given("an unimplemented pending step")]
        public static void Unimplemented() => throw new PendingStepException();
    }

    [Binding]
    internal sealed class PendingException
    {
        [Given("an unimplemented pending step")]
        public static void Unimplemented() => throw new PendingStepException("TODO");
    }

    [Binding]
    internal sealed class RegularExpression
    {
        [Given("^a (.*?)(?: and a (.*?))?(?: and a (.*?))?$")]
        public static void Vegetables(string one, string? two, string? three) => _ = one + two + three;
    }

    [Binding]
    internal sealed class Retry(Attempts attempts)
    {
        [Given("a step that always passes")]
        public static void Pass() { }

        [Given("a step that passes the second time")]
        public void SecondTime() => (++attempts.Second).Should().BeGreaterThanOrEqualTo(2);

        [Given("a step that passes the third time")]
        public void ThirdTime() => (++attempts.Third).Should().BeGreaterThanOrEqualTo(3);

        [Given("a step that always fails")]
        public static void Fail() => throw new InvalidOperationException("Exception in step");
    }

    [Binding]
    internal sealed class RetryAmbiguous
    {
        [Given("an ambiguous step")]
        public static void One() { }

        [Given("an ambiguous step")]
        public static void Other() { }
    }

    [Binding]
    internal sealed class RetryPending
    {
        [Given("a pending step")]
        public static void Pending() => throw new PendingStepException();
    }

    [Binding]
    internal sealed class Rules
    {
        private int _money;
        private bool _inStock;
        private bool _sold;

        [Given("the customer has {int} cents")]
        public void Has(int money) => _money = money;

        [Given("there are chocolate bars in stock")]
        public void InStock() => _inStock = true;

        [Given("there are no chocolate bars in stock")]
        public void NotInStock() => _inStock = false;

        [When("the customer tries to buy a {int} cent chocolate bar")]
        public void Buy(int price) => _sold = _inStock && _money >= price;

        [Then("the sale should not happen")]
        public void NotSold() => _sold.Should().BeFalse();

        [Then("the sale should happen")]
        public void Sold() => _sold.Should().BeTrue();
    }

    [Binding]
    internal sealed class RulesBackgrounds
    {
        [Given("an order for {string}")]
        public static void Order(string what) => _ = what;

        [When("an action")]
        public static void Action() { }

        [Then("an outcome")]
        public static void Outcome() { }
    }

    [Binding]
    internal sealed class Skipped
    {
        [Given("a step that does not skip")]
        public static void Pass() { }

        [Given("a step that is skipped")]
        public static void Never() { }

        [Given("I skip a step")]
        public static void Skip() => throw new SkippedStepException();
    }

    [Binding]
    internal sealed class SkippedException
    {
        [Given("I skip a step")]
        public static void Skip() => throw new SkippedStepException("skipping");
    }

    [Binding]
    internal sealed class SkippedFailingHook
    {
        [Given("a step that skips")]
        public static void Skip() => throw new SkippedStepException();

        [AfterScenario]
        public static void After() => throw new InvalidOperationException("whoops");
    }

    [Binding]
    internal sealed class StackTraces
    {
        [When("a step throws an exception")]
        public static void Throw() => throw new InvalidOperationException("BOOM");
    }

    [Binding]
    internal sealed class TestRunException
    {
        [Given("a step")]
        public static void Step() { }
    }

    [Binding]
    internal sealed class Undefined
    {
        [Given("an implemented step")]
        public static void Implemented() { }

        [Given("a step that will be skipped")]
        public static void Skipped() { }
    }

    [Binding]
    internal sealed class UndefinedMultiple
    {
        [Given("an implemented step")]
        public static void Implemented() { }

        [Given("a step that will be skipped")]
        public static void Skipped() { }
    }

    [Binding]
    internal sealed class UnknownParameterType
    {
        [Given("{airport} is closed because of a strike")]
        public static void Closed(string airport) => _ = airport;
    }

    [Binding]
    internal sealed class UnusedSteps
    {
        [Given("a step that is used")]
        public static void Used() { }

        [Given("a step that is not used")]
        public static void NotUsed() { }
    }
}
