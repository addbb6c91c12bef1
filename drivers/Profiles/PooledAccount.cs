namespace Conformance.Drivers.Profiles;

/// <summary>An account of the product that runs borrow: no two at the same time.</summary>
/// <param name="Name">Or <c>name:password</c> in one variable of the environment.</param>
/// <param name="Role">What the account may do, in the owner's own word; <c>ui.operators</c> asks for it.</param>
public sealed record PooledAccount(LateText Name, LateText? Password, string Role);
