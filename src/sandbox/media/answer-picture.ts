import type { Context } from 'hono';
import { answerHtmlError } from '../answer.ts';
export async function answerPicture(context: Context): Promise<Response> {
  return answerHtmlError(context, 404, 'Not Found');
}
