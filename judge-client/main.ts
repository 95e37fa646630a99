// The judge's page: replaces the sentence for old browsers, which stays wherever this script cannot run.
import { mount } from 'svelte';
import '#client-kit/theme/tokens.css';
import '#client-kit/theme/handheld.css';
import Judge from './Judge.svelte';
import { keepAwake } from './keep-awake.svelte.ts';

const target = document.getElementById('app') ?? document.body;
target.replaceChildren();
mount(Judge, { target });
keepAwake.start();
