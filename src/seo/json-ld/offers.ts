import type { AggregateOfferLeaf, OfferLeaf } from 'schema-dts';
import type { Enrollment, EnrollBy, Money, Price, ProgramPage } from '#catalog';
import { nodeOf } from './node.ts';

/**
 * What a run costs and whether one can enroll; undefined where there is nothing to be had. The enrollment links
 * stay out: they are for people, who know by the page what follows a click, and each belongs to one catalog.
 */
export function courseOffer({
  id,
  price,
  enrollment,
  enrollBy,
}: {
  /** Address of the node. */
  id: string;
  price: Price | undefined;
  enrollment: Enrollment;
  enrollBy: EnrollBy | undefined;
}): OfferLeaf | undefined {
  const availability = availabilities[enrollment.state];
  if (availability === undefined) return undefined;
  return nodeOf<OfferLeaf>({
    '@type': 'Offer',
    '@id': id,
    ...(price === undefined ? {} : priceProperties(price)),
    availability,
    availabilityStarts: enrollment.state === 'opens' ? enrollment.date : undefined,
    availabilityEnds: enrollment.state === 'enroll' ? enrollBy?.date : undefined,
  });
}

/** What all of a program costs, where it says so. */
export function programOffer({
  program,
  offers,
}: Pick<ProgramPage, 'program' | 'offers'>): OfferLeaf | AggregateOfferLeaf | undefined {
  if (program.priceRange === undefined) return undefined;
  const { min, max } = program.priceRange;
  const shared = {
    category: program.isInSubscription === true ? 'Subscription' : 'Paid',
    priceCurrency: min.currency,
    availability: offers.length > 0 ? availabilities.enroll : undefined,
  };
  return min.cents === max.cents
    ? nodeOf<OfferLeaf>({ '@type': 'Offer', price: amountOf(min), ...shared })
    : nodeOf<AggregateOfferLeaf>({
        '@type': 'AggregateOffer',
        lowPrice: amountOf(min),
        highPrice: amountOf(max),
        ...shared,
      });
}

/** `unavailable` and `no-run` offer nothing; what is over is no longer offered. */
const availabilities = {
  enroll: 'https://schema.org/InStock',
  opens: 'https://schema.org/PreOrder',
  closed: 'https://schema.org/SoldOut',
  archived: undefined,
  unavailable: undefined,
  'no-run': undefined,
} as const satisfies Record<Enrollment['state'], string | undefined>;

/** The categories are those that search engines know of courses. */
function priceProperties({
  amount,
  isFree,
  isIncluded,
}: Price): Pick<OfferLeaf, 'category' | 'price' | 'priceCurrency'> {
  // Who has the subscription does not pay the list price.
  if (isIncluded) return { category: 'Subscription' };
  if (isFree) return { category: 'Free', price: '0' };
  if (amount === undefined) return {};
  return { category: 'Paid', price: amountOf(amount), priceCurrency: amount.currency };
}

/** "199", "49.50". */
function amountOf({ cents }: Money): `${number}` {
  return (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)) as `${number}`;
}
