package io.quittance.conformance;

import io.quittance.core.usage.IntervalReading;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the interval readings of a Green Button (ESPI) file, in its order. */
final class GreenButton {

    /**
     * One {@code IntervalReading}.
     *
     * @param energy in watt hours
     * @param cost in hundred-thousandths of the currency
     */
    record Reading(IntervalReading energy, BigDecimal cost) {
        /** The cost, at the time of the reading. */
        IntervalReading costs() {
            return new IntervalReading(energy.start(), energy.length(), cost);
        }
    }

    private GreenButton() {}

    static List<Reading> read(String file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream stream = GreenButton.class.getResourceAsStream("/greenbutton/" + file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            var readings = new ArrayList<Reading>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("IntervalReading")) {
                    readings.add(reading(xml));
                }
            }
            return readings;
        }
    }

    private static Reading reading(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        String text = "";
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("IntervalReading"))) {
            if (xml.isCharacters()) {
                text = xml.getText();
            } else if (xml.isEndElement()) {
                fields.put(xml.getLocalName(), text.trim());
            }
        }
        return new Reading(
                new IntervalReading(
                        Instant.ofEpochSecond(Long.parseLong(fields.get("start"))),
                        Duration.ofSeconds(Long.parseLong(fields.get("duration"))),
                        new BigDecimal(fields.get("value"))),
                new BigDecimal(fields.get("cost")));
    }
}
