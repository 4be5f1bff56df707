// Styles show what needs scripts, and hide what stands in for it, from the first paint on. What a slow line has brought but
// half of is hidden until the rest is there, so that nothing moves.
document.documentElement.classList.add("js", "arriving");
document.addEventListener("readystatechange", () => document.documentElement.classList.remove("arriving"));
