/** How a quantity came to be known. A quantity that does not say is treated as not known, never as exact. */
export type DataQuality = 'metered' | 'billed' | 'estimated' | 'convertedFromMoney' | 'imputed';

export const dataQualities: readonly DataQuality[] = ['metered', 'billed', 'estimated', 'convertedFromMoney', 'imputed'];
