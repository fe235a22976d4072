/** What a page that hosts the console tells it. */
export interface MountOptions {
  /** Where the console lives among the addresses of the page, for instance `/admin` */
  basePath: string;
  /** Address of the API, relative to the page or absolute */
  graphqlUrl: string;
  /**
   * Gives the access token for each request; it may be asked often and should cache. With it the console sends
   * no cookie; without it the session cookie is what signs a person in.
   */
  getAccessToken?: () => string | Promise<string>;
}
