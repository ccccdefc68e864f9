import { shown } from '../trace.js';
import { type ConsolidationFinding, finding } from './consolidation-finding.js';
import type { ConsolidationApproach, ConsolidationRequest, Holding } from './consolidation-request.js';
import { coversYear, touchesYear } from './period.js';

/** Which share of something counts, and how it came about: the shares from the reporting organization down, such as [0.83, 0.5]. */
export interface HeldShare {
  readonly share: number;
  readonly chain: readonly number[];
}

const approachNames = {
  operationalControl: { en: 'operational control', ko: '운영통제' },
  financialControl: { en: 'financial control', ko: '재무통제' },
  equityShare: { en: 'equity share', ko: '지분비율' },
} as const satisfies Record<ConsolidationApproach, { en: string; ko: string }>;

const equityOf = ({ equityShare = 100 }: Holding): number => equityShare / 100;

/**
 * The share of one holding by itself. Control counts whole or not at all; a venture under joint financial control counts by equity.
 * Source: GHG Protocol Corporate Standard, Ch. 3, "Financial control", and the table of accounting categories.
 */
const ownShare = (holding: Holding, approach: ConsolidationApproach): number => {
  if (holding.fixedAssetInvestment === true) return 0;
  const { operationalControl = true, financialControl = 'full' } = holding;
  if (approach === 'equityShare') return equityOf(holding);
  if (approach === 'operationalControl') return operationalControl ? 1 : 0;
  if (financialControl === 'joint') return equityOf(holding);
  return financialControl === 'full' ? 1 : 0;
};

const below = (above: HeldShare, own: number): HeldShare => ({ share: above.share * own, chain: [...above.chain, own] });

/** The share of every organization, from the one that reports down. */
export const organizationShares = ({
  organizations,
  approach,
  reportingYear,
}: Pick<ConsolidationRequest, 'organizations' | 'approach' | 'reportingYear'>): ReadonlyMap<string, HeldShare> => {
  const shares = new Map<string, HeldShare>();
  const byId = new Map(organizations.map((each) => [each.id, each]));
  const shareOf = (id: string): HeldShare => {
    const known = shares.get(id);
    if (known !== undefined) return known;
    const organization = byId.get(id);
    if (organization === undefined) throw new Error(`The organization ${id} was not checked before it was used.`);
    const own = touchesYear(organization, reportingYear) ? ownShare(organization, approach) : 0;
    const share = organization.parent === undefined ? { share: 1, chain: [] } : below(shareOf(organization.parent), own);
    shares.set(id, share);
    return share;
  };
  for (const { id } of organizations) shareOf(id);
  return shares;
};

/** The share of an establishment of an organization, with what is to be said of it. */
export const establishmentShare = (
  establishment: Holding,
  above: HeldShare,
  approach: ConsolidationApproach,
  year: number,
): { readonly held: HeldShare; readonly findings: readonly ConsolidationFinding[] } => {
  const { id } = establishment;
  if (!touchesYear(establishment, year)) return { held: below(above, 0), findings: [finding('outsideYear', id, { year: String(year) })] };
  const held = below(above, ownShare(establishment, approach));
  const { en, ko } = approachNames[approach];
  return {
    held,
    findings: [
      ...(coversYear(establishment, year) ? [] : [finding('partOfYear', id, { year: String(year) })]),
      ...(held.share > 0 && held.share < 0.01 ? [finding('belowOnePercent', id, { percent: shown(held.share * 100) })] : []),
      ...(held.share === 0 ? [finding('notConsolidated', id, { approach: en, approachKo: ko })] : []),
    ],
  };
};
