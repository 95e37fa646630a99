// Who may import whom: the table of docs/architecture.md as rules. A new arrow is a decision, not an accident.
const ours = '^(domain|cases|protocol|db|server|client-kit|command-line|[a-z]+-client)/';
const may = (from, to) => ({
  name: `${from.replace(/[^a-z-]/g, '')}-imports-only-${to.join('-and-') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: ours, pathNot: [`^${from}/`, ...to.map((folder) => `^${folder}/`)] },
});
const outside = (from, packages) => ({
  name: `${from}-outside`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: packages },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    may('domain', []),
    may('cases', ['domain']),
    may('protocol', ['domain']),
    may('db', ['domain']),
    may('server', ['domain', 'protocol', 'db']),
    may('client-kit', ['domain', 'protocol']),
    may('command-line', ['domain', 'db', 'client-kit']),
    may('judge-client', ['domain', 'protocol', 'client-kit']),
    may('display-client', ['domain', 'protocol', 'client-kit']),
    may('host-client', ['domain', 'protocol', 'client-kit', 'display-client']),
    may('audience-client', ['domain', 'protocol', 'client-kit']),
    {
      name: 'host-client-sees-only-the-scenes',
      severity: 'error',
      from: { path: '^host-client/' },
      to: { path: '^display-client/', pathNot: '^display-client/(scenes|stage)/' },
    },
    outside('domain', ['node_modules/typebox']),
    outside('protocol', ['node_modules/typebox']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tests)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.svelte'],
      conditionNames: ['import', 'svelte', 'default'],
    },
  },
};
