import type { CompileStage } from '../stage.js';
import { addFields } from './add-fields.js';
import { bucket } from './bucket.js';
import { bucketAuto } from './bucket-auto.js';
import { count } from './count.js';
import { documents } from './documents.js';
import { facet } from './facet.js';
import { group } from './group.js';
import { limit } from './limit.js';
import { lookup } from './lookup.js';
import { match } from './match.js';
import { merge } from './merge.js';
import { project } from './project.js';
import { redact } from './redact.js';
import { replaceRoot, replaceWith } from './replace-root.js';
import { sample } from './sample.js';
import { skip } from './skip.js';
import { sort } from './sort.js';
import { sortByCount } from './sort-by-count.js';
import { unionWith } from './union-with.js';
import { unset } from './unset.js';
import { unwind } from './unwind.js';

/** Every stage that is served. */
export const stages: Readonly<Record<string, CompileStage>> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $documents: documents,
  $facet: facet,
  $group: group,
  $limit: limit,
  $lookup: lookup,
  $match: match,
  $merge: merge,
  $project: project,
  $redact: redact,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $set: addFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
};

/** Stages that MongoDB has and this server does not serve. */
export const refusedStages: ReadonlySet<string> = new Set([
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$collStats',
  '$currentOp',
  '$densify',
  '$fill',
  '$geoNear',
  '$graphLookup',
  '$indexStats',
  '$listClusterCatalog',
  '$listLocalSessions',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$listSessions',
  '$out',
  '$planCacheStats',
  '$querySettings',
  '$queryStats',
  '$rankFusion',
  '$scoreFusion',
  '$search',
  '$searchMeta',
  '$setWindowFields',
  '$shardedDataDistribution',
  '$vectorSearch',
]);

/** Stages that may not stand inside others, with MongoDB's codes. */
export const forbiddenInside: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  $facet: { $documents: 40600, $facet: 40600, $merge: 40600, $out: 40600 },
  $lookup: { $merge: 51047, $out: 51047 },
  $unionWith: { $merge: 31441, $out: 31441 },
};
