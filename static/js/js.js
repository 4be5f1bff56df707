// Styles show what needs scripts, and hide what stands in for it, from the first paint on.
document.documentElement.classList.add("js");
