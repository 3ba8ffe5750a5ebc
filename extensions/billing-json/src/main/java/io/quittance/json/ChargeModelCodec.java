package io.quittance.json;

import io.quittance.core.pricing.ChargeModel;

/**
 * Reads and writes one kind of charge model. Codecs are passed to {@link ContractTermsJson#with}; there is no registry. A
 * model of your own needs one class that implements this.
 *
 * @param <M> the charge model
 */
public interface ChargeModelCodec<M extends ChargeModel> {

    /** The value of the field {@code type}, such as {@code perUnit}; unique among the codecs in use. */
    String type();

    /** The class of the model. */
    Class<M> modelClass();

    /**
     * The model with these fields; {@code type} is read already, and {@link JsonFields#done()} is called afterwards. A model
     * inside it is read by {@link JsonFields#model}.
     */
    M read(JsonFields fields);

    /** Writes the fields of the model after {@code type}; a model inside it by {@link JsonObject#model}. */
    void write(M model, JsonObject object);
}
