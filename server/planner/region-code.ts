import type { Region } from './planner-data.js';

/** The region meant by a MOIS code ("48"), an ISO 3166-2 code ("KR-48"), or a full or short Korean or English name; null when there is none. */
export const findRegion = (typed: string, regions: readonly Region[]): Region | null => {
  const text = typed.trim();
  const lower = text.toLowerCase();
  return (
    regions.find(
      (region) =>
        region.code === text ||
        region.iso?.toLowerCase() === lower ||
        region.ko === text ||
        region.shortKo === text ||
        region.en.toLowerCase() === lower,
    ) ?? null
  );
};
