import { expect, test } from 'vitest';
import { findAnswerProblem, type Answer } from './openapi-answers.ts';

const list = 'http://127.0.0.1/enterprise/v2/enterprise-catalogs';
const good: Answer = {
  method: 'GET',
  url: `${list}/?page=1`,
  status: 200,
  contentType: 'application/json',
  body: '{"count":0,"next":null,"previous":null,"results":[]}',
};

test.each<[string, Partial<Answer>]>([
  ['as documented', {}],
  ['in XML', { contentType: 'application/xml; charset=utf-8', body: '<root></root>' }],
  ['of HTML that the gateway labels JSON', { status: 500, body: '<h1>Server Error (500)</h1>' }],
  [
    'that refuses an unknown path',
    { url: 'http://127.0.0.1/enterprise/v9/x', status: 404, body: 'x' },
  ],
  ['that refuses a method', { method: 'PUT', status: 405, body: '{"detail":"No."}' }],
  ['beside the API', { url: 'http://127.0.0.1/media/x', status: 418 }],
])('an answer %s is allowed', (_name, change) => {
  expect(findAnswerProblem({ ...good, ...change })).toBeUndefined();
});

test.each<[string, Partial<Answer>, string]>([
  ['of another shape', { body: '{"count":"0"}' }, 'required property'],
  ['with an incomplete item', { body: good.body.replace('[]', '[{"uuid":"a"}]') }, 'title'],
  ['that is no JSON', { body: '{"count":' }, 'must be object'],
  ['of another status', { status: 418 }, 'the status is not documented'],
  ['of another type', { contentType: 'text/html' }, 'its type text/html is not documented'],
  ['of broken XML', { contentType: 'application/xml', body: '<root>' }, 'not well-formed'],
  ['at an unknown path', { url: `${list}/a/b` }, 'an undocumented path was answered'],
  ['to a wrong method', { method: 'DELETE' }, 'a wrong method was answered'],
])('an answer %s is not', (_name, change, problem) => {
  expect(findAnswerProblem({ ...good, ...change })).toContain(problem);
});
