public interface IUrlShortenerGrain : IGrainWithStringKey
{
    Task SetUrl(string fullUrl);

    Task<string> GetUrl();
}

public sealed class UrlShortenerGrain([PersistentState("url", "urls")] IPersistentState<string> state) : Grain, IUrlShortenerGrain
{
    public async Task SetUrl(string fullUrl)
    {
        state.State = fullUrl;
        await state.WriteStateAsync();
    }

    public Task<string> GetUrl() => Task.FromResult(state.State);
}
