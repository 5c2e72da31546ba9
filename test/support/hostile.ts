/** Texts that mean something to a shell, a Dockerfile, YAML, Compose, nginx, EJS or Markdown. None may be interpreted. */
export const hostile: readonly string[] = [
  '$HOME', '${HOME}', '$$', '$(id)', '`id`', '"', "'", '\\', '\\n', '#', ' # not a comment', 'a: b', '- a', '[a', '{a: b}', '&a', '*a', '!reset []', '!!python/object', '|', '>',
  '%', '@', '?', ':9001', '~', 'null', 'true', 'yes', 'no', 'on', 'off', 'y', 'n', '0', '1e3', '0x1f', '0o17', '017', '1_000', '1:30', '12:30:45', '.inf', '.nan', '2026-01-01', '=', '<<', '',
  ' ', ' leading', 'trailing ', '\ttab', 'a "b" \'c\' `d` $e', '<%- 1 %>', '<%= x %>', '{{ x }}', '${X:-y}', '${X?}', '}', '};', '; rm -rf /', '&& false', '|| true', '| cat', '> /tmp/x',
  '../..', 'café', '日本', '😀', '\u2028', 'a\u2029b', 'a\u0085b', '\u00a0', '\u007f', '\ufeffx', '---', '...', '%YAML 1.1', 'a\\', 'line one\nline two', 'ends\n', '\nstarts', '*/', '-->', '| cell |', '*/5 * * * *',
];
