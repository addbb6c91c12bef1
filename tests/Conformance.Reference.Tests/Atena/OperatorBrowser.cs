using System.Net;

namespace Conformance.Reference.Tests.Atena;

/// <summary>A browser without a screen: keeps cookies, follows redirections, posts forms.</summary>
internal sealed class OperatorBrowser(Uri address) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public Task<string> GetAsync(string path) => client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => client.Dispose();
}
