using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Conformance.Mocks;

/// <summary>The JSON object that an admin request carries.</summary>
internal static class AdminBody
{
    public static bool TryRead(MockRequest request, [NotNullWhen(true)] out StubObject? json, [NotNullWhen(false)] out MockAnswer? refused)
    {
        try
        {
            List<StubProblem> problems = [];
            json = StubObject.Of(StubText.Parse(request.Body), "", problems);
            refused = problems.Count > 0 ? AdminAnswers.Unreadable(problems, request.Body) : null;
        }
        catch (JsonException broken)
        {
            json = null;
            refused = AdminAnswers.NotJson(broken);
        }

        return refused is null;
    }
}
