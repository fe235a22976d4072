/** An event that says all by its name. */
type Nothing = Record<string, never>;

/**
 * The catalogue: every event of the pages with what goes along, named as the predecessor named them, so that its charts
 * go on. Never a name, an e-mail address, what somebody typed or the words of a text.
 */
export interface ClientEvents {
  $pageview: { readonly name: string };
  login_button_clicked: Nothing;
  authenticate_using_google_id: Nothing;
  logged_in: Nothing;
  logout: Nothing;
  'Set Theme': { readonly theme: string };
  'Mic Check Displayed': Nothing;
  'Mic Check Dismissed': Nothing;
  'Mic Check Started': Nothing;
  'Mic Check Stopped': Nothing;
  'Mic Check Recording Played': Nothing;
  'Mic Check Recording Stopped': Nothing;
  'Upload Free Text': { readonly language: string };
  'Upload Wiki URL': { readonly language: string };
  'Invalid Upload Wiki URL': Nothing;
  'Upload Suggested Wiki': { readonly language: string };
  'Upload Text File': { readonly language: string };
  /** The server did not do what it was asked to. */
  web_client_api_error: { readonly code: string };
  /** A page broke. */
  'Client Error': { readonly kind: string };
}

export type ClientEvent = keyof ClientEvents;
