/** English words of bills attached to answers. */
export const evidenceWords = {
  evidence: {
    title: (code: string) => `Bills for ${code}`,
    lead: 'A picture or PDF of a bill or delivery note lets your figures be checked without asking you again. Attaching one is up to you.',
    back: 'Back to the question',
    rulesTitle: 'Before you attach a file',
    rules: (limits: {
      fileMb: number;
      ofQuestion: number;
      ofResponse: number;
      responseMb: number;
      side: string;
      pixels: number;
      pixelsKo: string;
    }): readonly string[] => [
      `Pictures (JPEG, PNG, WebP) and PDFs of up to ${limits.fileMb} MB each; pictures of up to ${limits.pixels} million pixels.`,
      `Up to ${limits.ofQuestion} files for this question, ${limits.ofResponse} files and ${limits.responseMb} MB for the whole survey.`,
      `A picture is kept with its longer side at ${limits.side} pixels at the most, without what it says of place, time and camera. A PDF is kept as it is.`,
      'Not taken: PDFs with a password, PDFs that run something or carry other files, and HEIC pictures of an iPhone.',
      'The same file attached twice is kept once.',
    ],
    attachTitle: 'Attach a file',
    photo: 'Take a picture',
    photoHelp: 'Opens the camera.',
    file: 'Choose a file',
    fileHelp: 'One picture or PDF at a time.',
    period: 'Which period is it about?',
    wholeYear: (year: number) => `The whole year ${year}`,
    keepPlace: 'I agree that the place where the picture was taken is kept with it.',
    keepPlaceHelp: 'Without a tick the place is removed. With one, you can have it removed at any time.',
    attach: 'Attach',
    filesTitle: (count: number) => (count === 1 ? '1 file attached' : `${count} files attached`),
    noFiles: 'No file is attached yet.',
    open: 'View',
    openOf: (name: string) => `View ${name}`,
    done: {
      attached: 'The file is attached.',
      already: 'This file was attached before, so it is kept once. Its period is now the one you ticked.',
      removed: 'The file is removed.',
      forgotten: 'The place is removed from the picture.',
    },
    submitAgain: 'What you attach or remove after submitting counts when you submit again.',
    closed: 'The survey has closed: files can be seen but no longer attached or removed.',
    periodOf: (months: string, year: number) => `${months} ${year}`,
    monthRun: (first: string, last: string) => `${first}–${last}`,
    types: { 'image/jpeg': 'Picture', 'application/pdf': 'PDF' },
    facts: {
      question: 'Question',
      period: 'Period',
      type: 'Kind',
      size: 'Size',
      addedAt: 'Attached',
      place: 'Place of the picture',
      sha256: 'SHA-256 of the file as kept',
      receivedSha256: 'SHA-256 of the file as received',
    },
    previewOf: (name: string) => `Preview of ${name}`,
    pdfPreview: 'A PDF is not shown within the page. Download it to look at it.',
    download: 'Download',
    remove: 'Remove this file',
    removeHint: 'A version that you have submitted with it keeps it until the survey’s files are erased.',
    forgetPlace: 'Remove the place',
    forgetPlaceHint: 'You agreed that the place is kept. You can take that back here.',
    section: 'Bills',
    sectionCount: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    sectionOpen: 'Attach a bill',
    sectionOpenMore: 'View or attach bills',
    sectionOpenOf: (title: string) => `of ${title}`,
    staffLead: 'That you looked at this file is written down in the audit log.',
    takenOff: 'The respondent took this file off after submitting with it.',
    backToAnswers: 'Back to the answers',
  },
};
