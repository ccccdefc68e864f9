import type { Region } from './planner-data.js';

const spellings = (region: Region): readonly string[] => [
  region.code,
  region.iso ?? region.code,
  region.ko,
  region.en,
  region.shortKo,
  `${region.shortKo}시`,
  `${region.shortKo}도`,
  // A code that changed with the name of one region (강원 42 -> 51); of a merged region the old codes stay its parts.
  ...(region.replaces.length === 1 ? region.replaces : []),
];

/** The region meant by a MOIS code ("48"), an ISO 3166-2 code ("KR-48"), or a Korean or English name; null when there is none. */
export const findRegion = (typed: string, regions: readonly Region[]): Region | null => {
  const text = typed.normalize('NFC').trim().toLowerCase();
  return regions.find((region) => spellings(region).some((spelling) => spelling.toLowerCase() === text)) ?? null;
};
