import { inflate } from '@sparticuz/chromium';
import { join } from 'node:path';

const [bin = ''] = process.argv.slice(2);
for (const archive of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
  await inflate(join(bin, archive));
}
