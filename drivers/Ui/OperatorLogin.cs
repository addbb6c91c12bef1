using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Ui;

/// <summary>Name and password of an operator. The name may stand in evidence, the password never.</summary>
internal static class OperatorLogin
{
    public static (string Name, string Password) Of(UiOperator op, Secrets secrets)
    {
        var name = op.Name.RevealUnregistered(secrets);
        if (op.Password is not null)
        {
            return (name, op.Password.Reveal(secrets));
        }

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return (name, "");
        }

        secrets.Register(name[(colon + 1)..]);
        return (name[..colon], name[(colon + 1)..]);
    }
}
