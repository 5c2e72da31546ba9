var builder = WebApplication.CreateBuilder(args);

builder.Host.UseOrleans(static siloBuilder =>
{
    siloBuilder.UseLocalhostClustering();
    siloBuilder.AddMemoryGrainStorage("urls");
});

using var app = builder.Build();

app.MapGet("/", static () => "Welcome to the URL shortener, powered by Orleans!");
app.MapGet("/health", static () => Results.Ok());

app.Run();
