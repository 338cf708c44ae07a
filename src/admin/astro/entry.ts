import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** Answers a request that the guard let through. */
export function render(request: Request, locals: App.Locals): Promise<Response> {
  return app.render(request, { locals });
}

/** Every route that is rendered on demand, for the test that compares them with the guard's table. */
export const onDemandRoutes: string[] = app.manifest.routes
  .map(({ routeData }) => routeData)
  .filter(({ prerender }) => !prerender)
  .map(({ route }) => route);
