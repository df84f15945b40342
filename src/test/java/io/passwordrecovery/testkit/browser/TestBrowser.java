// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.browser;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * A Chromium without a window, started when the first page is asked for. Where there is none, that skips the test.
 *
 * <pre>{@code @AutoClose
 * static final TestBrowser browser = new TestBrowser();}</pre>
 *
 * <p>For one thread, as Playwright is.
 */
public final class TestBrowser implements AutoCloseable {
    // A browser that keeps to the tests' own pages, and runs as root in a container.
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Playwright playwright;
    private Browser browser;

    /** Opens a page in a browser of nobody: without cookies and storage of other pages. */
    public Page newPage() {
        return newContext(new Browser.NewContextOptions()).newPage();
    }

    /** Begins a browser of nobody with other properties: a language, JavaScript switched off, … */
    public BrowserContext newContext(Browser.NewContextOptions options) {
        if (browser == null) {
            BrowserType.LaunchOptions launch =
                    new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
            Chromium.forThisMachine().executable().ifPresent(launch::setExecutablePath);
            // Without this variable, Playwright fetches three browsers.
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(launch);
        }
        return browser.newContext(options);
    }

    /** Closes all pages that were opened, and forgets their cookies. */
    public void closePages() {
        contexts().forEach(BrowserContext::close);
    }

    /** Prints what the open pages show, for somebody who looks at a failed test. */
    public void show(PrintStream out) {
        contexts().stream().flatMap(context -> context.pages().stream()).forEach(page -> {
            out.println(page.url());
            out.println(page.locator("body").innerText());
        });
    }

    private List<BrowserContext> contexts() {
        return browser == null ? List.of() : List.copyOf(browser.contexts());
    }

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
