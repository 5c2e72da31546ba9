using Orders.Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<Dispatcher>();
builder.Build().Run();
