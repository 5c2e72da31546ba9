module.exports = { siteMetadata: { title: 'Orders' }, plugins: [] };
