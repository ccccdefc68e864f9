import { type ActivityData, isDivisible } from '../categories.js';
import { exactSum } from '../exact-sum.js';
import { shown } from '../trace.js';
import { convert } from '../units.js';
import { type ConsolidationFinding, finding } from './consolidation-finding.js';
import type { Amount, TransferEntry } from './consolidation-request.js';
import { touchesYear } from './period.js';

/** A transfer with what of it was netted. */
export interface NettedTransfer {
  readonly id: string;
  readonly seller: string;
  readonly sellerActivity: string | null;
  readonly buyer: string;
  readonly buyerActivity: string;
  readonly sold: Amount;
  readonly bought: Amount;
  /** In the unit of the buyer's activity. */
  readonly netted: Amount;
  /** Of the buyer's lines, which share is the group's own energy. */
  readonly shareOfPurchase: number;
  /** Which share of the buyer's lines leaves Scope 2 of the group: that of the purchase times that by which the seller counts. */
  readonly eliminated: number;
}

/** An establishment as netting sees it. */
export interface Party {
  readonly share: number;
  readonly activities: readonly ActivityData[];
}

const knownConvert = (value: number, from: string, to: string): number => {
  const converted = convert(value, from, to);
  if (converted === null) throw new Error(`The unit ${from} of a transfer was not checked before it was used.`);
  return converted;
};

const mismatch = ({ id, sold, bought }: TransferEntry, tolerance: number): ConsolidationFinding[] => {
  const received = knownConvert(bought.quantity, bought.unit, sold.unit);
  const larger = Math.max(sold.quantity, received);
  const apart = larger === 0 ? 0 : Math.abs(sold.quantity - received) / larger;
  if (apart * 100 <= tolerance) return [];
  const said = ({ quantity, unit }: Amount): string => `${shown(quantity)} ${unit}`;
  return [
    finding('transferMismatch', id, { sold: said(sold), bought: said(bought), percent: shown(Number((apart * 100).toPrecision(3))) }),
  ];
};

/**
 * Nets what establishments of a group sell to each other: the purchase leaves Scope 2 of the group, because the energy it was made of is in
 * the seller's emissions already. Where the seller counts by a share, that share of the purchase leaves. Of two readings the smaller one is
 * netted, and never more than was bought. Source: GHG Protocol Corporate Standard, Ch. 3 and 4, on double counting within a group.
 * @param tolerance  percent by which the two readings of a transfer may differ before it is said
 */
export const netTransfers = (
  transfers: readonly TransferEntry[],
  parties: ReadonlyMap<string, Party>,
  year: number,
  tolerance: number,
): { readonly netted: readonly NettedTransfer[]; readonly findings: readonly ConsolidationFinding[] } => {
  const findings: ConsolidationFinding[] = [];
  const left = new Map<string, number>();
  const netted = transfers.flatMap((transfer): NettedTransfer[] => {
    const { id, seller, sellerActivity = null, buyer, buyerActivity, sold, bought } = transfer;
    const [from, to] = [parties.get(seller), parties.get(buyer)];
    const purchase = to?.activities.filter(isDivisible).find((each) => each.id === buyerActivity);
    if (from === undefined || to === undefined || purchase === undefined)
      throw new Error(`The transfer ${id} was not checked before it was used.`);
    if (!touchesYear(transfer, year)) {
      findings.push(finding('transferOutsideYear', id, { year: String(year) }));
      return [];
    }
    findings.push(...mismatch(transfer, tolerance));
    if (from.share === 0) findings.push(finding('sellerOutside', id, { seller }));
    if (to.share === 0) findings.push(finding('buyerOutside', id, { buyer }));
    const { unit } = purchase;
    const place = `${buyer} ${buyerActivity}`;
    const rest = left.get(place) ?? purchase.quantity;
    const agreed = Math.min(knownConvert(sold.quantity, sold.unit, unit), knownConvert(bought.quantity, bought.unit, unit));
    const quantity = Math.min(agreed, rest);
    // Units of one reading converted from another may differ in the last bits; that is no excess.
    if (agreed > rest * (1 + 1e-9))
      findings.push(finding('transferExceedsPurchase', id, { activity: buyerActivity, quantity: `${shown(purchase.quantity)} ${unit}` }));
    left.set(place, exactSum([rest, -quantity]));
    const shareOfPurchase = purchase.quantity === 0 ? 0 : quantity / purchase.quantity;
    const eliminated = to.share === 0 ? 0 : shareOfPurchase * from.share;
    const ends = { id, seller, sellerActivity, buyer, buyerActivity, sold, bought };
    return [{ ...ends, netted: { quantity, unit }, shareOfPurchase, eliminated }];
  });
  return { netted, findings };
};
