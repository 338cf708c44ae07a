import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

// It would write messages, which repeat what databases and services were sent. Faults are thrown on instead, to
// whoever keeps the server's log.
app.logger.setDestination({ write: () => undefined });
const renderError = app.renderError.bind(app);
app.renderError = async (request, options) => {
  if (options.error instanceof Error) throw options.error;
  return renderError(request, options);
};

/** Answers a request that the guard let through; throws what a page, panel or endpoint throws. */
export function render(request: Request, locals: App.Locals): Promise<Response> {
  return app.render(request, { locals });
}

/** Everything that was built to be rendered on demand, as addresses: what the guard's table must hold. */
export async function listOnDemand(): Promise<string[]> {
  const { routes, serverIslandMappings, actions } = app.manifest;
  const islands = (await serverIslandMappings?.())?.serverIslandMap?.keys() ?? [];
  const named = Object.keys((await actions?.())?.server ?? {});
  return [
    ...routes
      .filter(({ routeData }) => !routeData.prerender && routeData.origin === 'project')
      .map(({ routeData }) => `${routeData.route}/`),
    ...Array.from(islands, (name) => `/_server-islands/${name}/`),
    ...named.map((name) => `/_actions/${name}/`),
  ];
}
