/** Somebody who entered by an invitation: speaks for one establishment. */
export interface Respondent {
  readonly role: 'respondent';
  readonly establishmentId: string;
  readonly sessionId: string;
}
