using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Data;

public static class Registration
{
    public static void AddShop(this IServiceCollection services, IConfiguration configuration) =>
        services.AddDbContext<ShopContext>(options => options.UseNpgsql(configuration.GetConnectionString("Shop")));
}
