export { planOpenGraph, type OpenGraphFile } from './open-graph/plan-open-graph.ts';
export {
  planPicture,
  type PictureFile,
  type PicturePlan,
  type PictureUse,
} from './render/plan-picture.ts';
