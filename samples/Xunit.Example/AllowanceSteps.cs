namespace Example;

/// <summary>Step definitions, written as for Reqnroll. An object of this class lives as long as its scenario.</summary>
[Binding]
public sealed class AllowanceSteps(Allowance allowance, IReqnrollOutputHelper output)
{
    private decimal _amount;

    [Given("基準日が{日付}である")]
    public void On(DateOnly day) => allowance.On = day;

    [Given("子{string}が{日付}に生まれた")]
    public void Child(string name, DateOnly birthday) => allowance.Children.Add(new Child(name, birthday));

    [Given("次の子がいる")]
    public void Children(DataTable table) => allowance.Children.AddRange(table.CreateSet<Child>());

    [When("月額を求める")]
    public void Calculate()
    {
        _amount = allowance.Monthly();
        output.WriteLine($"{allowance.Children.Count} children");
    }

    [Then("月額は{金額}である")]
    public void Amount(decimal amount) => _amount.Should().Be(amount);
}
