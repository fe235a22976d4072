/** Shown where a page should be and nobody has built it yet. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Not built yet</title>
  </head>
  <body>
    <h1>This page is not built yet</h1>
    <p>The server runs, and its API answers at <code>/api/graphql</code>. Run <code>npm start</code>, which builds
    what is missing, or <code>npm run build</code>, then load this page again.</p>
  </body>
</html>
`;
