/** English words on how well a result is known. */
export const uncertaintyWords = {
  uncertainty: {
    title: 'How well is the total known?',
    interval: (lower: string, upper: string) => `With 95 % confidence the total lies between ${lower} and ${upper} tCO₂eq.`,
    atLeast: (lower: string, upper: string) =>
      `What is known of its uncertainty alone already makes the total lie anywhere from ${lower} to ${upper} tCO₂eq (95 % confidence). What is not known makes the interval wider.`,
    noInterval: 'No interval can be given: the uncertainty of none of its numbers is known. That does not make the total exact.',
    coverage: (complete: string, partial: string, none: string) =>
      `Of the total, ${complete} is covered by the interval, ${partial} in part, and ${none} not at all.`,
    nothing: 'The total is zero.',
    firstTitle: 'Measure better first',
    firstLead: 'Where the known uncertainty comes from, largest share first.',
    unknownTitle: 'Find out first',
    unknownLead: 'Numbers whose uncertainty is not known, with the share of the total that rests on them.',
    quantity: (source: string) => `Amount used: ${source}`,
    ownFactor: (source: string) => `Factor of your own (${source})`,
  },
};
