import { fugitiveMethods } from '../domain/categories/fugitive-emissions.js';
import { loadMeasures } from '../domain/categories/waste-water.js';
import type { Process, ProcessModifier } from '../domain/emission-source-data.js';
import type { FactorData, Lookup } from '../domain/factor-data.js';
import { modifierOf } from '../domain/process-modifiers.js';
import { unitsOf } from '../domain/units.js';

const present = <Value>(values: Lookup<string, Value>): Value[] =>
  Object.values<Value | undefined>(values).filter((value) => value !== undefined);

const modifier = ({ key, gases, least, most, required, default: record, usual, included }: ProcessModifier): object => ({
  key,
  en: modifierOf(key).en,
  ko: modifierOf(key).ko,
  effect: modifierOf(key).effect,
  gases,
  least,
  most,
  required,
  default: record?.value ?? null,
  usual,
  included: included?.value ?? null,
});

const process = ({ id, en, ko, tier, quantity, emissions, modifiers, note }: Process): object => ({
  id,
  en,
  ko,
  tier,
  quantity: { en: quantity.en, ko: quantity.ko, dimension: quantity.dimension, units: unitsOf(quantity.dimension) },
  gases: emissions.map(({ gas, byproduct, factors, range }) => ({
    gas,
    byproduct,
    factors: factors.map((factor) => ({ id: factor.id, symbol: factor.symbol, value: factor.value, unit: factor.unit })),
    range: range?.unit ?? null,
  })),
  modifiers: modifiers.map(modifier),
  note,
});

/** What can be named of processes, leaks, furnaces and waste water, with defaults where there are any. */
export const listEmissionSources = (data: FactorData): Readonly<Record<string, unknown>> => ({
  gases: present(data.gases).map(({ id, en, ko, family, aliases }) => ({ id, en, ko, family, aliases })),
  blends: present(data.blends).map(({ id, aliases, massFractions, others }) => ({ id, aliases, massFractions, others })),
  carriers: present(data.carriers).map(({ id, en, ko, aliases, gas, yield: ratio }) => ({
    id,
    en,
    ko,
    aliases,
    gas,
    kgPerKg: ratio?.value ?? null,
  })),
  gwpAlternatives: present(data.gwpAlternatives).map(({ id, gas, set, value }) => ({ id, gas, gwp: set, value })),
  processes: present(data.processes).map(process),
  fugitiveSources: present(data.fugitiveSources).map(({ id, en, ko, families, gases, only, methods, equipment }) => ({
    id,
    en,
    ko,
    families,
    gases,
    only,
    methods,
    equipment: present(data.equipment)
      .filter((kind) => kind.for === equipment)
      .map((kind) => kind.id),
    units: unitsOf('mass'),
  })),
  fugitiveMethods,
  equipment: present(data.equipment).map(({ id, en, ko, for: source, country, installation, annual, remaining, recovered, usual }) => ({
    id,
    en,
    ko,
    for: source,
    country,
    installation: installation?.value ?? null,
    annual: annual.value,
    remaining: remaining?.value ?? null,
    recovered: recovered?.value ?? null,
    usual: usual === null ? null : { low: usual.low, high: usual.high },
  })),
  carbonMaterials: present(data.carbonMaterials).map(({ id, en, ko, aliases, biogenic, content }) => ({
    id,
    en,
    ko,
    aliases,
    biogenic,
    kgCPerKg: content?.value ?? null,
  })),
  wasteWater: {
    measures: loadMeasures,
    units: [...unitsOf('mass'), ...unitsOf('volume')],
    treatments: present(data.treatments).map(({ id, en, ko, conversion }) => ({ id, en, ko, methaneConversion: conversion.value })),
  },
});
