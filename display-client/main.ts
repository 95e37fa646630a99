// The big screen's page.
import { mount } from 'svelte';
import '#client-kit/theme/tokens.css';
import './page.css';
import Display from './Display.svelte';

mount(Display, { target: document.getElementById('app') ?? document.body });
