import { Hono } from 'hono';
import { answerHtmlError } from './answer.ts';
import type { AppState } from './app-state.ts';
import { addDocs } from './docs.ts';
import type { SandboxEnvironment } from './environment.ts';
import { addLicensingRoutes } from './licensing/licensing-routes.ts';
import { answerPicture } from './media/answer-picture.ts';
import { addCatalogRoutes } from './routes/catalog-routes.ts';
import { addTokenRoute } from './routes/token-route.ts';

/** The routes of every part of the API. */
export function createApp(state: AppState) {
  const app = new Hono<SandboxEnvironment>({ strict: false });
  app.notFound((context) => answerHtmlError(context, 404, 'Not Found'));
  app.onError((error, context) => {
    process.emitWarning(error);
    return answerHtmlError(context, 500, 'Server Error (500)');
  });
  app.use(async (context, next) => {
    context.set('dialect', state.dialect);
    await next();
  });
  app.get('/media/*', answerPicture);
  if (state.docs !== undefined) addDocs(app, state.docs);
  addTokenRoute(app, state);
  addCatalogRoutes(app, state);
  addLicensingRoutes(app, state);
  return app;
}
