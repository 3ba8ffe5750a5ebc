package io.quittance.examples.boot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page as people use it: terms are edited and the invoice is seen, or what is wrong with them and where. */
class PageTest {
    @TempDir
    static Path profile;

    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        var logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(System.getProperty("browser"));
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("browser.driver")))
                .usingAnyFreePort()
                .build();
        browser = new ChromeDriver(service, options);
    }

    @AfterAll
    static void stop() {
        browser.quit();
    }

    @BeforeEach
    void open() {
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.manage().logs().get(LogType.BROWSER); // those of the test before
        browser.get(Service.running().address() + "/");
    }

    /** A refused request is an error of the network to a browser, which says so; nothing else may be said. */
    @AfterEach
    void nothingElseIsInTheConsole() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(entry -> entry.getMessage())
                .allMatch(message -> message.contains("/invoice-previews") && message.contains("status of 4"));
    }

    private WebElement terms() {
        return browser.findElement(By.id("terms"));
    }

    private void edit(String piece, String changed) {
        String text = requireNonNull(terms().getDomProperty("value"), "value");
        assertThat(text).contains(piece);
        terms().clear();
        terms().sendKeys(text.replace(piece, changed));
    }

    private void preview() {
        browser.findElement(By.cssSelector("button[type=submit]")).click();
        await();
    }

    private void await() {
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));
        browser.findElement(By.cssSelector("#invoice > *, #problem > *"));
        browser.manage().timeouts().implicitlyWait(Duration.ZERO);
    }

    private String shown(String css) {
        return browser.findElement(By.cssSelector(css)).getText();
    }

    private String selected() {
        return (String) browser.executeScript(
                "const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd);");
    }

    private List<String> texts(String css) {
        return browser.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private void keep(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "page"));
        Files.write(folder.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** 2 × 499.00 and 108.00 are 1106.00; with 19 % of it, 210.14, that is 1316.14. */
    @Test
    void showsTheInvoiceAndHowItCameAbout() throws IOException {
        preview();
        keep("invoice");

        assertThat(shown("#invoice h2")).isEqualTo("Invoice over 1316.14 EUR");
        assertThat(texts("#invoice tbody td:last-child")).containsExactly("499.00", "108.00", "499.00");
        assertThat(texts("#invoice tfoot td:last-child")).containsExactly("1106.00", "210.14", "1316.14");
        assertThat(texts("#invoice tbody tr:nth-child(2) li"))
                .containsExactly(
                        "calls: 1160", "60 free: -60", "0 to 1000: 1000 × 0.1 = 100", "beyond 1000: 100 × 0.08 = 8");
    }

    /** At 0.1237 beyond 1000, 100 calls are 12.37: 1110.37, with 210.97 of tax 1321.34. */
    @Test
    void anEditChangesTheInvoiceToTheCent() {
        edit("0.08", "0.1237");
        preview();

        assertThat(shown("#invoice h2")).isEqualTo("Invoice over 1321.34 EUR");
        assertThat(shown("#invoice tbody tr:nth-child(2) td:last-child")).isEqualTo("112.37");
    }

    @Test
    void aWrongValueIsShownAndSelectedWhereItStands() throws IOException {
        edit("\"0.08\"", "\"-0.08\"");
        preview();
        keep("problem");

        assertThat(shown("#problem li"))
                .startsWith("contract.terms.charges[1].model.beyond: unitPrice must not be negative, but was -0.08");
        assertThat(selected()).isEqualTo("\"-0.08\"");
        assertThat(texts("#invoice *")).isEmpty();
        edit("\"-0.08\"", "\"0.08\"");
        preview();
        assertThat(texts("#problem *")).isEmpty();
        assertThat(shown("#invoice h2")).isEqualTo("Invoice over 1316.14 EUR");
    }

    @Test
    void eachOfSeveralErrorsCanBeShown() {
        edit("\"netDays\": 30", "\"netDays\": -1");
        edit("\"meter\": \"calls\",", "");
        preview();

        assertThat(texts("#problem li")).hasSize(2);
        browser.findElements(By.cssSelector("#problem button")).get(1).click();
        assertThat(selected()).isEqualTo("-1");
        browser.findElements(By.cssSelector("#problem button")).get(0).click();
        assertThat(selected()).startsWith("{\n      \"id\": \"calls\"").endsWith("}");
    }

    @Test
    void theCursorGoesToTheLineOfATextThatIsNoJson() {
        edit("\"freeUnits\": \"60\"", "\"freeUnits\": sixty");
        preview();

        assertThat(shown("#problem li")).startsWith("body must be well-formed JSON");
        String before = (String) browser.executeScript(
                "const t = document.activeElement; return t.value.slice(0, t.selectionStart).split('\\n').pop();");
        assertThat(before).startsWith("      \"freeUnits\": ");
    }

    @Test
    void aScriptInANameIsText() {
        String script = "<img src=x onerror=document.title='run'><script>document.title='run'</script>";
        edit("\"name\": \"Calls\"", "\"name\": \"" + script + "\"");
        preview();

        assertThat(shown("#invoice tbody tr:nth-child(2) td")).startsWith(script);
        assertThat(browser.findElements(By.cssSelector("#invoice img, #invoice script"))).isEmpty();
        assertThat(browser.getTitle()).isEqualTo("Contract terms and their invoice");
        edit("\"flat\"", "\"<b>flat</b>\"");
        preview();
        assertThat(shown("#problem li")).contains("<b>flat</b>");
        assertThat(browser.findElements(By.cssSelector("#problem b"))).isEmpty();
    }

    /** From the first field to the button by the tabulator, and the answer by the key that sends a form. */
    @Test
    void theKeyboardIsEnough() {
        terms().sendKeys(Keys.TAB);
        WebElement start = browser.switchTo().activeElement();
        assertThat(start.getDomAttribute("id")).isEqualTo("start");
        for (int tabs = 0; tabs < 30 && !browser.switchTo().activeElement().getTagName().equals("button"); tabs++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
        }
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        await();

        assertThat(shown("#invoice h2")).isEqualTo("Invoice over 1316.14 EUR");
    }

    @Test
    void everyFieldHasALabel() {
        List<WebElement> fields = browser.findElements(By.cssSelector("input, textarea"));

        assertThat(fields).hasSize(7).allMatch(field -> !requireNonNull(field.getAccessibleName(), "name").isBlank());
    }

    @Test
    void aNarrowScreenNeedsNoScrollingAside() throws IOException {
        browser.manage().window().setSize(new Dimension(360, 740));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
        try {
            preview();
            keep("narrow");
            Object width = browser.executeScript("return document.documentElement.scrollWidth");
            assertThat(((Number) width).intValue()).isLessThanOrEqualTo(360);
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
        }
    }
}
