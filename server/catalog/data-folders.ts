/** The folders whose content decides every result; the catalog's hash is taken over them. */
export const dataFolders = ['survey-definitions', 'emission-factors', 'reduction-measures', 'support-programs'] as const;
