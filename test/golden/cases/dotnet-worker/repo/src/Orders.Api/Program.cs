using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddNpgsqlDataSource(builder.Configuration.GetConnectionString("Orders")!);

var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    app.MapHealthChecks("/health");
}
app.MapGet("/orders", () => Array.Empty<string>());
app.Run();
