import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/**
 * Builds the on-demand pages into `dist/server/entry.mjs`, which answers a `Request` with a `Response`. The guard
 * stands before it and has read the body by then, and the policy is made from the finished page: neither goes
 * with an adapter that owns Node's request and response.
 */
export function adminAdapter(): AstroIntegration {
  return {
    name: 'prospectus-admin',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin: Plugin = {
          name: 'prospectus-admin:split-styles',
          configResolved({ environments }) {
            // Every page links the one sheet of each environment in which styles are not split: all employees
            // would read those of on-demand pages. Set here and not before, since Astro takes what the last
            // environment was resolved with for all of them.
            if (environments['ssr'] !== undefined) environments['ssr'].build.cssCodeSplit = true;
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
      // Without the server there is no session, and nothing to show.
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/admin', (_request, response) => {
          response.writeHead(503, { 'Content-Type': 'text/plain' });
          response.end(
            'The admin area has a server of its own: "npm run demo" or "npm run serve".\n',
          );
        });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'prospectus-admin',
          // The other value is the one that goes away.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: {
            staticOutput: 'stable',
            hybridOutput: 'stable',
            serverOutput: 'stable',
            sharpImageService: 'stable',
          },
        });
      },
    },
  };
}
