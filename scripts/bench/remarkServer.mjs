// What the package remark-language-server holds: unified-language-server, told about remark. It runs in the folder of the peers.
import { remark } from 'remark';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark,
  rcName: '.remarkrc',
});
