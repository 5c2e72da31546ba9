namespace Orders.Core;

public sealed record Order(Guid Id, string Item);
