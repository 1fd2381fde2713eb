"""What is left out of the markup of a page is what a browser puts in by itself: it builds the same page from both."""

from rights_kb.site.short_markup import short

# Everything that pages are made of, as templates and macros write it. Parts of a header stand in a row of boxes, where
# white space is nothing, so it has none here.
PAGE = """<!doctype html>
<html lang="ky" data-foot="https://x.example/
a · b">
  <head>
    <meta charset="utf-8">
    <title>A – b</title>
  </head>
  <body dir="ltr">
    <input class="md-toggle" type="checkbox" id="d" autocomplete="off">
    <header class="a b">
      <label for="d" title="Меню"><svg viewBox="0 0 2 2"><path d="M0 0"/></svg></label><a href="index.html">x</a>
      <nav aria-label="Тилдер"><ul><li><a href="a.html">a</a></li>
        <li><a href="b.html">b</a></li></ul></nav></header>
    <main>
      <p>One <b>two</b>
        three <kb-whole>1–2</kb-whole> <kb-whole>3–4</kb-whole>, <span lang="ru">пять</span>&nbsp;%
        <a href="c.html" data-note="1"><cite>c</cite></a>.</p>
      <details class="k"><summary>s</summary>
        <dl><dt>t</dt><dd>d</dd><dt>u</dt><dd><pre><code>@misc{a,
  b = &#34;{c}&#34;
}</code></pre></dd></dl></details>
      <figure id="f"><div role="region" tabindex="0"><table id="t"><caption>c</caption>
        <thead><tr><th scope="col">a</th><th scope="col"></th></tr></thead>
        <tbody><tr><th scope="row">r</th><td><data value="1.5">1,5</data></td></tr></tbody></table></div>
        <figcaption><p>s<br>t <small>u</small></p></figcaption></figure>
      <svg role="img" width="100%" height="2em"><title>t</title><g text-anchor="middle"><text x="1%" y="1em">1 a</text></g>
        <pattern id="h" patternUnits="userSpaceOnUse"><rect width="1"/></pattern></svg>
      <script type="application/ld+json">{"a": "<b>  c"}</script>
      <aside hidden><ol><li>https://x.example/?a=1&amp;b=2
        <li>b</ol></aside>
    </main>
    <script>const a = 1;  if (a < 2) document.title += " run";</script>
  </body>
</html>
"""
# Elements with their attributes, and texts; white space between blocks is nothing, elsewhere it is one space.
BUILT = """() => {
    const inline = new Set(["A", "B", "CITE", "CODE", "DATA", "SPAN", "SMALL", "KB-WHOLE", "BR", "LABEL", "INPUT"]);
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) {
            const text = node.parentElement.closest("pre, script") ? node.data : node.data.replace(/[ \\n]+/g, " ");
            const beside = [node.previousSibling, node.nextSibling];
            const apart = beside.some((other) => !other || !inline.has(other.nodeName));
            return text.trim() ? (apart ? text.trim() : text) : apart ? null : text;
        }
        const own = [...node.attributes].map(({name, value}) => `${name}=${value}`).sort();
        return [node.nodeName, own, [...node.childNodes].map(walk).filter((made) => made !== null)];
    };
    return [document.compatMode, document.title, walk(document.documentElement), document.body.innerText];
}"""


def built(page, html):
    page.route("**/short.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("https://guide.example/short.html")
    made = page.evaluate(BUILT)
    page.unroute("**/short.html")
    return made


def test_a_browser_builds_the_same_page(browser):
    page = browser.new_page()
    whole, brief = built(page, PAGE), built(page, short(PAGE))
    assert len(short(PAGE)) < 0.85 * len(PAGE)
    assert whole[:2] == ["CSS1Compat", "A – b run"]
    assert brief == whole
    # A space between words that was lost is noticed, and an element that ended elsewhere.
    for spoilt in (short(PAGE).replace("</kb-whole> <kb", "</kb-whole><kb"), short(PAGE).replace("<dd>d", "d")):
        assert spoilt != short(PAGE)
        assert built(page, spoilt) != whole
    page.close()
