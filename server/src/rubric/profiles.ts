import type { Profile } from './types.js';

/** The profile that holds when nothing else is chosen. */
export const DEFAULT_PROFILE = 'balanced';

/**
 * The profile that an id stands for: a profile, or one with overlays ("star-l+esl"). Overlays alone are laid over the
 * default. Undefined when a part is unknown, or when two of them are whole profiles.
 */
export function overlaid(id: string, profiles: readonly Profile[]): Profile | undefined {
  const named = id.split('+').map((part) => profiles.find((profile) => profile.id === part.trim()));
  if (!named.every((profile) => profile !== undefined)) return undefined;
  const bases = named.filter(({ overlay }) => !overlay);
  const base = bases[0] ?? profiles.find((profile) => profile.id === DEFAULT_PROFILE) ?? profiles.find(({ overlay }) => !overlay);
  if (bases.length > 1 || !base) return undefined;
  return named.filter(({ overlay }) => overlay).reduce(lay, base);
}

function lay(base: Profile, overlay: Profile): Profile {
  return {
    ...base,
    id: `${base.id}+${overlay.id}`,
    title: `${base.title}, ${overlay.title}`,
    limits: { ...base.limits, ...overlay.limits },
    beats: { ...base.beats, ...overlay.beats },
    rules: { ...base.rules, ...overlay.rules },
    themes: overlay.themes.length > 0 ? overlay.themes : base.themes,
  };
}
