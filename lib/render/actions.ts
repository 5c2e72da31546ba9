/** Actions of the workflow, pinned by commit: a tag can be moved, as tags of trivy-action were in March 2026. */
export const actions = {
  checkout: { uses: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
  trivy: { uses: 'aquasecurity/trivy-action@ed142fd0673e97e23eac54620cfb913e5ce36c25', version: 'v0.36.0' },
} as const;
