/** The bundler puts a hash of the content into a name: eight characters, a digit or a capital among them. */
const hashed = /-(?=[\w-]*[0-9A-Z])[\w-]{8}\.[a-z0-9]+(\.map)?$/;

/** Whether a built file has another name as soon as it has other content. */
export function isHashedName(fileName: string): boolean {
  return hashed.test(fileName);
}
