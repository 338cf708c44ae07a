import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** Answers a request that the guard let through. */
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
