export type * from './types.ts';
export type * from './views.ts';
export {
  availabilityOf,
  canEnroll,
  hasStarted,
  isArchived,
  opensOnOf,
  soonDays,
} from './availability.ts';
export {
  effortBandOf,
  lengthBandOf,
  parseBand,
  priceBandOf,
  priceOfCard,
  weeksOf,
} from './bands.ts';
export { courseCardOf, currentRunOf, programCardOf } from './cards.ts';
export { isCertified } from './certificate.ts';
export { isListedAsAvailable } from './chosen-run.ts';
export { closingSoon } from './closing-soon.ts';
export { beginningOf, dayMs, endOf, isDayAlone, parseDate } from './dates.ts';
export { effortOf, totalHoursOf, programEffortOf } from './effort.ts';
export { enrollmentOf } from './enrollment.ts';
export { hashOf, hexHashOf } from './hash.ts';
export { toPlainText } from './html.ts';
export { levelKeyOf, termKinds, termsOf } from './item-terms.ts';
export { primaryLanguage } from './language.ts';
export { compareLevels } from './level-order.ts';
export { mapCatalog } from './map-catalog.ts';
export { courseKeyOfRun, courseOfRun, mapCourse } from './map-course.ts';
export { mapLooseRun } from './map-course-run.ts';
export { mapProgram } from './map-program.ts';
export { leadingProgramOf } from './leading-program.ts';
export { nextChangeOf } from './next-change.ts';
export { byAvailability, compareText, searchGroupOf } from './order.ts';
export {
  outlineCourse,
  outlineProgram,
  type CourseOutline,
  type ProgramOutline,
  type RunOutline,
} from './outline.ts';
export { priceOf } from './price.ts';
export { programLengthOf } from './program-length.ts';
export { programPacingOf } from './program-pacing.ts';
export { recentEnrollmentOf } from './recent-enrollment.ts';
export {
  enrollByOf,
  enrollByWarningDays,
  startOf,
  upgradeByOf,
  withExternalDates,
} from './run-dates.ts';
export { assignSlugs, runLabelOf, slugOf, type SlugRequest } from './slug.ts';
export { compareSortKeys, sortKeysOf, type ItemDates } from './sort-keys.ts';
export { startMonthOf } from './start-month.ts';
export { hueOf } from './subject-hue.ts';
export { hasPicture, pictureUrlsIn, resolvePictures, writePictures } from './text-pictures.ts';
export { parseUrl, type NoteTaker } from './values.ts';
export { isVisibleProgram, isVisibleRun } from './visibility.ts';
export { withoutPrices } from './without-prices.ts';
