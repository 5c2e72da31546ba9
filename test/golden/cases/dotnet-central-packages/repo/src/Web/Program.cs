using Data;
using FastEndpoints;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddFastEndpoints();
builder.Services.AddShop(builder.Configuration);

var app = builder.Build();
app.MapHealthChecks("/health/live");
app.MapHealthChecks("/health/ready");
app.UseFastEndpoints();
app.Run();
